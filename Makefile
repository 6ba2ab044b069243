# Broadsheet. `make` builds, `make run` opens the sample pages, `make test` runs all tests.

SWIFT ?= swift
PREFIX ?= /usr/local
# static: all libraries in one file that is loaded where it was linked for, which starts fastest. dynamic: the
# system's shared libraries and a position-independent program, as distributions want it.
LINK ?= static
PACKAGES = libncurses-dev libsqlite3-dev libcmark-dev libfribidi-dev libunistring-dev libuchardet-dev zlib1g-dev

STATIC = --scratch-path .build --traits WithoutICUData -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -ltinfo
DYNAMIC = --scratch-path .build-dynamic
FLAGS_static = $(STATIC)
FLAGS_dynamic = $(DYNAMIC)
BUILD_static = .build/release
BUILD_dynamic = .build-dynamic/release
RELEASE = $(SWIFT) build -c release $(FLAGS_$(LINK))
BUILT = $(BUILD_$(LINK))
PROGRAM = $(BUILT)/broadsheet

SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL = $(SHARE)/man/man1/broadsheet.1
BASH = $(SHARE)/bash-completion/completions/broadsheet
ZSH = $(SHARE)/zsh/site-functions/_broadsheet
FISH = $(SHARE)/fish/vendor_completions.d/broadsheet.fish
LICENCES = $(SHARE)/doc/broadsheet/licences

ifeq ($(BUILT),)
$(error LINK is "$(LINK)": static or dynamic)
endif

.PHONY: all build run test torture lint bench pictures deps deps-test install uninstall clean

all: build
	@echo "Built $(PROGRAM). Next: 'make run' opens the sample pages, 'make install PREFIX=~/.local' installs it."

build: deps
	$(RELEASE) --product broadsheet

run: build
	@$(PROGRAM)

test: deps-test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# The long versions of the attacks in the tests: `make torture COUNT=1000`.
COUNT ?= 100

torture: deps-test
	$(SWIFT) build --build-tests
	BROADSHEET_TORTURE=1 BROADSHEET_TORTURE_COUNT=$(COUNT) $(SWIFT) test --skip-build --filter TortureTests

# The formatter's rules, then a build in which every warning is an error (see Package.swift).
lint: deps
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Themes
	$(SWIFT) build --build-tests

bench: build
	$(RELEASE) --product broadsheet-bench
	$(BUILT)/broadsheet-bench --program $(PROGRAM)

# The README's pictures, from a real run.
pictures: build
	python3 Documentation/take-pictures.py $(PROGRAM) Documentation/pictures

# Installs the Debian packages that are missing, and says which before it does.
deps:
	@sh .ci/install-packages $(PACKAGES)

deps-test:
	@sh .ci/install-packages $(PACKAGES) tmux

# The manual and the completions are made by the program from its own tables.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/broadsheet/themes $(SHARE)/broadsheet/samples
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/broadsheet
	-strip $(DESTDIR)$(PREFIX)/bin/broadsheet
	install -m 644 Themes/*.yaml $(SHARE)/broadsheet/themes
	cp -R Sources/broadsheet/Samples/. $(SHARE)/broadsheet/samples
	chmod -R u=rwX,go=rX $(SHARE)/broadsheet/samples
	install -d $(dir $(MANUAL) $(BASH) $(ZSH) $(FISH))
	$(PROGRAM) describe manual > $(MANUAL)
	$(PROGRAM) describe bash > $(BASH)
	$(PROGRAM) describe zsh > $(ZSH)
	$(PROGRAM) describe fish > $(FISH)
	chmod 644 $(MANUAL) $(BASH) $(ZSH) $(FISH)
	sh .ci/install-licences $(LINK) "$(LICENCES)"

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/broadsheet $(SHARE)/broadsheet $(SHARE)/doc/broadsheet $(MANUAL) $(BASH) $(ZSH) $(FISH)

clean:
	rm -rf .build .build-dynamic
