# Broadsheet. `make` builds and opens the sample pages, `make test` runs all tests.

SWIFT ?= swift
PREFIX ?= /usr/local
# All libraries in one file that is loaded where it was linked for: nothing is looked for or relocated at a start.
RELEASE = $(SWIFT) build -c release -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -ltinfo
PACKAGES = libncurses-dev libsqlite3-dev libfribidi-dev libunistring-dev
PROGRAM = .build/release/broadsheet
SHARE = $(DESTDIR)$(PREFIX)/share/broadsheet

.PHONY: run build test lint bench install uninstall clean setup setup-tests

run: build
	@$(PROGRAM)

build: setup
	$(RELEASE) --product broadsheet

test: setup-tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# The formatter's rules, then a build in which every warning is an error (see Package.swift).
lint: setup
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Themes
	$(SWIFT) build --build-tests

bench: setup
	$(RELEASE)
	.build/release/broadsheet-bench --program $(PROGRAM)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/themes $(SHARE)/samples
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/broadsheet
	-strip $(DESTDIR)$(PREFIX)/bin/broadsheet
	install -m 644 Themes/*.yaml $(SHARE)/themes
	install -m 644 Sources/broadsheet/Samples/*.txt $(SHARE)/samples

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/broadsheet $(SHARE)

clean:
	rm -rf .build

setup:
	@sh .ci/install-packages $(PACKAGES)

setup-tests:
	@sh .ci/install-packages $(PACKAGES) tmux
