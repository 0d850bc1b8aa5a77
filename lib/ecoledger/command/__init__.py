"""The subcommands of `ecoledger`, one a module."""
