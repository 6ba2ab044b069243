// Stops one thread of a child process while its others go on: a program whose main thread is busy with something else.
#ifndef BROADSHEET_THREAD_FREEZER_H
#define BROADSHEET_THREAD_FREEZER_H

#include <sys/types.h>

/// Freezes the first thread of a child for good. Returns 0, or the number of the error.
int thread_freezer_freeze(pid_t child);

#endif
