# Pages that only say why there is no other.
page-unreachable = The server could not be reached. Check your connection and try again; nothing you typed is lost.
page-401 = Please sign in
page-403 = You do not have access to this page
page-404 = This page does not exist
page-405 = This address cannot be used that way
page-413 = What was sent is too large
page-500 = Something went wrong on our side
page-503 = The service is briefly unavailable
page-403-action = What you asked for
page-403-roles = Roles that allow it
# $count: how many colleagues
page-403-colleagues = { $count ->
    [one] Who in your company has one
   *[other] Who in your company has one of them
}
page-403-nobody = Nobody yet
page-to-overview = To the overview
page-to-start = To the start page
