# Words that the building blocks are given on many pages.

# $first, $last: rows shown, counted from 1 · $total: rows that match
ui-showing = { $total ->
    [0] Nothing to show
   *[other] Showing { $first }–{ $last } of { $total }
}
ui-pages = Pages
# $count: rows with a tick
ui-selected = { $count } selected
# $total: rows that match, on all pages
ui-select-all = Select all { $total }
# $count: choices that contain what was typed
ui-matches = { $count ->
    [0] Nothing found
    [one] { $count } match
   *[other] { $count } matches
}
ui-selection = Selection
ui-actions = Actions
chart-table = As a table
