# New people by file.

import-title = 通过文件添加用户
import-text = 一次最多 { $max } 位用户。先逐行显示错误，然后全部添加，否则一个也不添加。
import-columns = CSV（UTF-8 或 GB 18030）或 Excel，列依次为 { $columns }。
import-done = 用户已添加
import-faulty = 有 { $count } 行需要更正
import-faulty-text = 更正之前不会添加任何用户。请更正文件后重新上传。
import-add = 添加 { $count } 位用户
done-users-imported = 用户已添加
