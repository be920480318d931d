# La liste de mise en route dans la vue d’ensemble.
onboarding-title = Terminer la mise en route
onboarding-progress = { $done ->
    [one] { $done } étape sur { $total } est faite. Cette liste disparaît après la dernière.
   *[other] { $done } étapes sur { $total } sont faites. Cette liste disparaît après la dernière.
}
onboarding-open = À faire
onboarding-done = Fait
onboarding-ticked-by = Coché par { $name }, { $at }
onboarding-ticked = Coché le { $at }
onboarding-profiles-reviewed = Les trois profils de votre société sont vérifiés
onboarding-second-global-admin = Il y a un deuxième administrateur général
onboarding-billing-contact = Quelqu’un est le contact de facturation
onboarding-catalog-reviewed = Le catalogue est vérifié
onboarding-first-customer = Le premier client est ajouté
onboarding-review-catalog = Marquer le catalogue comme vérifié
onboarding-not-saved = L’étape n’a pas été marquée comme faite
done-catalog-reviewed = Le catalogue est marqué comme vérifié.
