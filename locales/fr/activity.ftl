# Le journal d’activité.
activity-title = Journal d’activité
activity-from-to = Du { $first } au { $last }, les entrées les plus récentes en premier.
activity-from = Depuis le { $first }, les entrées les plus récentes en premier.
activity-to = Jusqu’au { $last }, les entrées les plus récentes en premier.
activity-filter = Filtrer le journal
activity-first = Du
activity-last = Au
activity-clear = Revenir au dernier mois
activity-when = Quand
activity-who = Qui
activity-what = Quoi
activity-values = Ancienne → nouvelle valeur
activity-before = Ancienne valeur :
activity-after = Nouvelle valeur :
activity-system = Espace partenaires
activity-showing = { $shown } affichées sur { $total }
activity-pages = Pages du journal
activity-newest = Plus récentes
activity-older = Plus anciennes
activity-csv = Télécharger en CSV
activity-xlsx = Télécharger pour Excel
activity-nothing = Aucune entrée pour cette période
activity-nothing-text = Chaque modification dans votre société est gardée ici, avec son auteur et son moment. Aucune ne répond à votre filtre.

## Ce qui a été fait

activity-pinned-offers-changed = Offres épinglées modifiées
activity-onboarding-step-done = Étape de mise en route faite
activity-clock-moved = Date de gestion avancée
