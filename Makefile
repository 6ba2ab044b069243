# Broadsheet. `make` builds and opens the sample pages, `make test` runs all tests.

SWIFT ?= swift
PREFIX ?= /usr/local
# All libraries in one file that is loaded where it was linked for: nothing is looked for or relocated at a start.
RELEASE = $(SWIFT) build -c release -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -ltinfo
PACKAGES = libncurses-dev libsqlite3-dev libfribidi-dev libunistring-dev
PROGRAM = .build/release/broadsheet
SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL = $(SHARE)/man/man1/broadsheet.1
BASH = $(SHARE)/bash-completion/completions/broadsheet
ZSH = $(SHARE)/zsh/site-functions/_broadsheet
FISH = $(SHARE)/fish/vendor_completions.d/broadsheet.fish

.PHONY: run build test lint bench pictures install uninstall clean setup setup-tests

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

bench: build
	$(RELEASE) --product broadsheet-bench
	.build/release/broadsheet-bench --program $(PROGRAM)

# The README's pictures, from a real run.
pictures: build
	python3 Documentation/take-pictures.py $(PROGRAM) Documentation/pictures

# The manual and the completions are made by the program from its own tables.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/broadsheet/themes $(SHARE)/broadsheet/samples
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/broadsheet
	-strip $(DESTDIR)$(PREFIX)/bin/broadsheet
	install -m 644 Themes/*.yaml $(SHARE)/broadsheet/themes
	install -m 644 Sources/broadsheet/Samples/*.txt $(SHARE)/broadsheet/samples
	install -d $(dir $(MANUAL) $(BASH) $(ZSH) $(FISH))
	$(PROGRAM) describe manual > $(MANUAL)
	$(PROGRAM) describe bash > $(BASH)
	$(PROGRAM) describe zsh > $(ZSH)
	$(PROGRAM) describe fish > $(FISH)
	chmod 644 $(MANUAL) $(BASH) $(ZSH) $(FISH)

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/broadsheet $(SHARE)/broadsheet $(MANUAL) $(BASH) $(ZSH) $(FISH)

clean:
	rm -rf .build

setup:
	@sh .ci/install-packages $(PACKAGES)

setup-tests:
	@sh .ci/install-packages $(PACKAGES) tmux
