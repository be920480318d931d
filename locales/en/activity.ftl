# The activity log.
activity-title = Activity log
