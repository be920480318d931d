# The activity log.
activity-title = Activity log
# $first, $last: days
activity-from-to = From { $first } to { $last }, the newest entry first.
activity-from = Since { $first }, the newest entry first.
activity-to = Until { $last }, the newest entry first.
activity-filter = Filter the log
activity-first = From
activity-last = To
activity-clear = Back to the last month
activity-when = When
activity-who = Who
activity-what = What
activity-values = Old → new value
# Before the old value, for screen readers
activity-before = Old value:
# Before the new value, for screen readers
activity-after = New value:
# Who did what nobody did: the portal itself
activity-system = Partner Center
# $shown: entries on this page; $total: all that answer the filter
activity-showing = Showing { $shown } of { $total }
activity-pages = Pages of the log
activity-newest = Newest
activity-older = Older
activity-csv = Download CSV
activity-xlsx = Download Excel
activity-nothing = No entries for this time
activity-nothing-text = Every change in your company is kept here, with who made it and when. None answers your filter.

## What was done

activity-pinned-offers-changed = Pinned offers changed
activity-onboarding-step-done = Set-up step done
activity-clock-moved = Business date moved
