# The onboarding checklist on the overview.
onboarding-title = Finish setting up
# $done: steps done; $total: all steps
onboarding-progress = { $done ->
    [one] { $done } of { $total } steps is done. This list disappears after the last one.
   *[other] { $done } of { $total } steps are done. This list disappears after the last one.
}
onboarding-open = Open
onboarding-done = Done
# $name: who ticked it; $at: when
onboarding-ticked-by = Ticked by { $name }, { $at }
onboarding-ticked = Ticked { $at }
onboarding-profiles-reviewed = The three profiles of your company are reviewed
onboarding-second-global-admin = A second global admin exists
onboarding-billing-contact = Somebody is the billing contact
onboarding-catalog-reviewed = The catalog is reviewed
onboarding-first-customer = The first customer is added
onboarding-review-catalog = Mark the catalog as reviewed
onboarding-not-saved = The step was not marked as done
done-catalog-reviewed = The catalog is marked as reviewed.
