// Acts on one thread of a child process while its other threads go on.
#ifndef BROADSHEET_THREAD_CONTROL_H
#define BROADSHEET_THREAD_CONTROL_H

#include <sys/types.h>

/// Stops the first thread of a child for good, as if it were busy. Returns 0, or the number of the error.
int thread_control_freeze(pid_t child);

/// Sends a signal to one thread, as if it had crashed. Returns 0, or the number of the error.
int thread_control_signal(pid_t process, pid_t thread, int signal_number);

#endif
