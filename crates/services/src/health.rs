//! Use cases of health.
