# The few commands. Each is a thin call of `cargo xtask`, which explains itself: `cargo xtask --help`.

XTASK := cargo xtask

.DEFAULT_GOAL := help
.PHONY: help run build test dev lint bench

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing, build, fill an empty database, serve on http://127.0.0.1:3000
	@$(XTASK) run

build: ## Build what users get: target/release/partner-center and target/site
	@$(XTASK) build

test: ## Run all tests: on SQLite, on a throw-away PostgreSQL, in a browser
	@$(XTASK) test

dev: ## Serve, and rebuild and reload on every change
	@$(XTASK) dev

lint: ## Check form, code, documentation and lock files
	@$(XTASK) lint

bench: ## Measure sizes and speed against their budgets
	@$(XTASK) bench
