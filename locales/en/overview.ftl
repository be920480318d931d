# Start pages.
overview-title = Overview
