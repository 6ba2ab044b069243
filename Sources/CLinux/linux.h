// System calls that Swift's Glibc module leaves out. Pseudo-terminals and spawning into a new session are there
// only when GNU's own are asked for.
#define _GNU_SOURCE 1
#include <spawn.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
