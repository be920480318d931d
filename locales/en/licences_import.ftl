# New people by file.

import-title = Add users by file
import-text = Up to { $max } users at once. First you see every row with what is wrong in it; then all are added, or nobody.
import-columns = CSV (UTF-8 or GB 18030) or Excel, with the columns { $columns }.
import-done = The users have been added
import-faulty = { $count ->
    [one] { $count } row has to be corrected
   *[other] { $count } rows have to be corrected
}
import-faulty-text = Nobody is added before. Correct the file and send it again.
import-add = { $count ->
    [one] Add { $count } user
   *[other] Add { $count } users
}
done-users-imported = The users have been added
