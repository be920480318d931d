//! Use cases of onboarding.
