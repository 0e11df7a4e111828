"""Dossiers in the terms of other tools: tables (CSV, Parquet), linked data (JSON-LD, PROV), a calendar."""
