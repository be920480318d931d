# Mots donnés aux composants sur de nombreuses pages.

ui-showing = { $total ->
    [0] Rien à afficher
   *[other] { $first }–{ $last } sur { $total }
}
ui-pages = Pages
ui-selected = { $count ->
    [one] { $count } sélectionné
   *[other] { $count } sélectionnés
}
ui-select-all = Tout sélectionner ({ $total })
ui-matches = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
ui-selection = Sélection
ui-actions = Actions
chart-table = Sous forme de tableau
