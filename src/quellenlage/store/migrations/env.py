"""Alembic's entry: migrates the database of the connection it is handed, in that connection's transaction."""

from alembic import context

from quellenlage.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
