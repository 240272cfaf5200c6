# For newcomers: `make demo` and `make test`.

PREFIX ?= /usr/local
SWIFT ?= swift
BINARY = .build/release/nerve
EXTENSION = .build/libnerve.so
PAGES = .build/man1
COMPLETIONS = .build/completions
SHARE = $(DESTDIR)$(PREFIX)/share
SAMPLE = demo/sample.sqlite

# Suites that take seconds each: they start the program or a terminal, damage files
# thousands of times, or log a journal anew for every case.
SLOW = AttackTests|MisuseTests|CompletionTests|CompletionsCommandTests|HelpTests|RedFlagWordsTests|TranscriptTests|GalleryTests|CheckInTerminalTests|PagedTerminalTests|OutputProcessTests|ReferenceTests|MyAIGuideTests|PMDataTests|ImportInterruptionTests|ImportActivitiesTests|ImportOrderTests|EditCommandTests|ListCommandTests|DeleteCommandTests|UndoCommandTests|ExportCommandTests|CorrelateContractTests|CorrelateCommandTests|OutputContractTests|SQLParityTests|SuspiciousEntryTests|CheckInRunTests|DamageTests|MutationTests|XMLReaderTests|ServiceTests|EveryFileTests|AnalysisPropertyTests|DegenerateDiaryTests|UndoPropertyTests|ImportCoverageTests|MigratorConcurrencyTests

.PHONY: all demo test test-fast sanitize fuzz coverage system-calls build extension packages test-packages lint bench calibrate calibrate-trials calibrate-page calibrate-check faults faults-short check-mcp check-study picture manual completions dist check-dist install uninstall clean

# Two years of a made-up runner, ending with the monthly summary.
demo: build
	@rm -rf demo && mkdir -p demo
	$(BINARY) sample $(SAMPLE) --until 2026-10-31
	$(BINARY) list -n 5 --journal $(SAMPLE)
	$(BINARY) sql "SELECT month, runs, round(distance_km, 1) AS km, round(mean_leg_pain, 1) AS pain, flare_days FROM month ORDER BY month DESC LIMIT 6" --journal $(SAMPLE)
	$(BINARY) correlate --lags=-3...3 --journal $(SAMPLE)
	$(BINARY) month 2026-10 --journal $(SAMPLE)

# Not a debug build: there the argument parser checks its own definitions at every parse, which
# is two thirds of the time of the tests. Not optimised either, as building takes time too.
TEST_BUILD = -c release --scratch-path .build/tests -Xswiftc -Onone -Xswiftc -enable-testing

# All tests use Swift Testing; the flag suppresses the report of an empty XCTest
# run. Transcripts contain clock times, hence UTC.
test: test-packages
	TZ=UTC $(SWIFT) test $(TEST_BUILD) --disable-xctest

# For daily work: all but the slow suites.
test-fast: packages
	TZ=UTC $(SWIFT) test --disable-xctest --skip '$(SLOW)'

# The tests under AddressSanitizer, under ThreadSanitizer where there are threads, and optimised
# with the checks for exclusive access, which an optimised build alone once needed. Takes an hour.
sanitize: test-packages
	@sh Scripts/sanitize.sh

# Ten minutes for each target, or FUZZ_SECONDS; some with TARGETS="days sql".
fuzz: packages
	@sh Scripts/fuzz.sh $(TARGETS)

# Which lines of the journal and the numbers no test runs; each must be explained.
coverage: test-packages
	@python3 Scripts/coverage.py

# No command may use the network, or start a program but PAGER, EDITOR and the shell asked for.
system-calls: build test-packages
	@python3 Scripts/check-system-calls.py $(BINARY)

# Releases depend as little as possible on the folder that they are built in; see Documentation/packages.md.
RELEASE_BUILD = -c release --static-swift-stdlib --disable-local-rpath -Xlinker --build-id=none -Xlinker -zrelro \
  -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc "-ffile-prefix-map=$(CURDIR)=."

# The C++ library of the Swift runtime is linked in: to load it takes a tenth of the
# start-up. The linker finds it here before the shared one. Its map says what else it linked in.
build: packages
	@mkdir -p .build/static && ln -sf "$$(clang -print-file-name=libstdc++.a)" .build/static/
	$(SWIFT) build $(RELEASE_BUILD) --product nerve -Xlinker -L.build/static -Xlinker -Map=.build/nerve.map

# The SQL functions for other programs; SQLite derives the entry point from the file name.
extension: packages
	$(SWIFT) build $(RELEASE_BUILD) --product NerveExtension -Xlinker -soname=libnerve.so -Xlinker -Map=.build/libnerve.map
	cp .build/release/libNerveExtension.so $(EXTENSION)

# Installs missing system packages, if there is apt.
packages:
	@sh Scripts/install-packages.sh

# Also those that some tests need; without apt, such tests are skipped.
test-packages:
	@sh Scripts/install-packages.sh tests

# The built program with the Python client of the Model Context Protocol, in an environment of its own.
check-mcp: build
	@[ -x .build/mcp/bin/python3 ] || python3 -m venv .build/mcp
	@.build/mcp/bin/python3 -m pip install --quiet --disable-pip-version-check 'mcp>=1.10'
	.build/mcp/bin/python3 Tests/MCP/client.py $(BINARY)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Migrations Benchmarks Fuzzing
	@sh Scripts/check-layers.sh

bench: build
	@sh Benchmarks/Commands/bench.sh
	@sh Benchmarks/SQL/queries.sh

# Error rates of the Correlator on simulated diaries; takes about an hour and rewrites
# the results, the plot and the tables of Documentation/method.md.
calibrate: calibrate-trials
	cd Benchmarks/Calibration && .build/release/calibrate --csv results.csv > results.md
	$(MAKE) calibrate-page

# Those of trials, comparisons and flare-ups alone; takes about ten minutes.
calibrate-trials:
	cd Benchmarks/Calibration && $(SWIFT) build -c release && \
	  .build/release/calibrate trials --csv trials.csv > trials.md
	$(MAKE) calibrate-page

# The plot and the tables alone, from the results that are there.
calibrate-page:
	cd Benchmarks/Calibration && \
	  python3 plot.py results.csv ../../Documentation/images/error-rates.svg && \
	  python3 table.py results.csv ../../Documentation/method.md && \
	  python3 trial_tables.py trials.csv ../../Documentation/method.md

# The same in a minute, against bounds that only broken statistics exceed.
calibrate-check:
	cd Benchmarks/Calibration && $(SWIFT) build -c release && \
	  .build/release/calibrate --check --diaries 3000

# Kills, errors, power cuts, full disks, flipped bits, locks and crowds: takes hours.
# Every failure prints the line that repeats it.
SEED ?= 1
JOBS ?= 2
faults: build
	NERVE=$(BINARY) python3 Tests/Faults/run.py --seed $(SEED) --jobs $(JOBS)

# A sample of the same in a minute.
faults-short: build
	NERVE=$(BINARY) python3 Tests/Faults/run.py --seed $(SEED) --jobs $(JOBS) --short

# The study of many journals: Spark against one machine, and both against R's metafor. Needs Java,
# r-cran-metafor and the network; notes for which files it ran.
check-study: build
	sh Integrations/spark/check.sh
	sh Integrations/spark/inputs.sh | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum \
	  >Integrations/spark/checked.sha256

# The picture of the README, from the sample journal.
picture: build
	python3 Scripts/make-readme-picture.py $(BINARY) > Documentation/images/month.svg.new
	mv Documentation/images/month.svg.new Documentation/images/month.svg

# What `make install` and `make dist` need.
all: build extension manual completions

# A page for each command, from its help.
manual: build
	sh Scripts/make-manual.sh $(BINARY) $(PAGES)

completions: build
	@mkdir -p $(COMPLETIONS)
	$(BINARY) completions print bash > $(COMPLETIONS)/nerve
	$(BINARY) completions print zsh > $(COMPLETIONS)/_nerve
	$(BINARY) completions print fish > $(COMPLETIONS)/nerve.fish

# The Debian package and the archive, with checksums and what is in them; see Documentation/packages.md.
dist: all
	sh Scripts/dist.sh

# Installs, upgrades and removes the package in a bare Debian.
check-dist:
	sh Scripts/check-dist.sh

# Builds nothing, so that root needs no Swift.
install:
	@for part in $(BINARY) $(EXTENSION) $(PAGES)/nerve.1 $(COMPLETIONS)/nerve; do \
	  [ -e $$part ] || { echo "Nothing to install: run make all first." >&2; exit 1; }; done
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/nerve
	install -D -m 644 $(EXTENSION) $(DESTDIR)$(PREFIX)/lib/nerve/libnerve.so
	sh Scripts/strip.sh \
	  $(DESTDIR)$(PREFIX)/bin/nerve $(DESTDIR)$(PREFIX)/lib/nerve/libnerve.so
	install -D -m 644 Documentation/datasette.json $(SHARE)/nerve/datasette.json
	install -d $(SHARE)/man/man1
	install -m 644 $(PAGES)/*.1 $(SHARE)/man/man1
	install -D -m 644 $(COMPLETIONS)/nerve $(SHARE)/bash-completion/completions/nerve
	install -D -m 644 $(COMPLETIONS)/_nerve $(SHARE)/zsh/site-functions/_nerve
	install -D -m 644 $(COMPLETIONS)/nerve.fish $(SHARE)/fish/vendor_completions.d/nerve.fish

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/lib/nerve $(SHARE)/nerve
	rm -f $(DESTDIR)$(PREFIX)/bin/nerve \
	  $(SHARE)/man/man1/nerve.1 $(SHARE)/man/man1/nerve-*.1 \
	  $(SHARE)/bash-completion/completions/nerve \
	  $(SHARE)/zsh/site-functions/_nerve \
	  $(SHARE)/fish/vendor_completions.d/nerve.fish

clean:
	rm -rf .build demo dist
