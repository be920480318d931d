# The frame around every page.
frame-product = Partner Center
frame-skip = Skip to the content
frame-menu = Main menu
frame-menu-open = Open the menu
frame-menu-fold = Fold the menu
frame-menu-unfold = Unfold the menu
frame-account-settings = Account settings
frame-search = Search the catalog
frame-language = Language
frame-account = Your account
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-breadcrumb = You are here
# $operator: the company that runs this portal
frame-operated-by = Operated by { $operator }
frame-data-in-china = Data stays in China
frame-help = Help
frame-sandbox = Sandbox
# $day: today's business date, formatted
frame-sandbox-day = The business date is { $day }. Nothing here is real.
frame-sandbox-move = Move the date
frame-suspended = Your partner account is suspended
frame-suspended-text = An invoice is overdue. New customers, orders and changes of quantity wait until it is paid; everything else goes on.
frame-palette = Go to a page, a customer or an offer
frame-palette-nothing = Nothing found.
frame-keys = Keyboard shortcuts
frame-keys-search = Go to the search field
frame-keys-off = You can switch off the single-key shortcuts on your account page.
form-kept = What you had typed is still here. Check it and send it.
frame-notices = Notices
