#!/bin/sh
# Lists what the check of the recipe depends on. The check ran for these files as they are in
# checked.sha256; if one differs, .ci/run runs it again.
set -eu
cd "$(dirname "$0")/../.."
find Integrations -type f ! -name checked.sha256 ! -name '*.pyc' ! -name '*.md'
echo Documentation/summary.schema.json
echo Documentation/failure.schema.json
echo Sources/Correlator/Effect/SlopeCovariance.swift
echo Sources/JournalCLI/Commands/CorrelateCommand.swift
echo Sources/JournalCLI/Session/FailureJSON.swift
echo Sources/JournalStore/Schema/JournalStudyID.swift
echo Sources/JournalStore/Schema/Migrator.swift
echo Sources/Presentation/Reports/CorrelationSource.swift
echo Sources/Presentation/Reports/CorrelationSummary.swift
