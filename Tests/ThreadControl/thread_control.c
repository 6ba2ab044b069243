#define _GNU_SOURCE
#include "thread_control.h"

#include <errno.h>
#include <stddef.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <unistd.h>

int thread_control_freeze(pid_t child) {
  // Unlike PTRACE_ATTACH these two stop this thread alone, and send no signal.
  if (ptrace(PTRACE_SEIZE, child, NULL, NULL) != 0) return errno;
  return ptrace(PTRACE_INTERRUPT, child, NULL, NULL) == 0 ? 0 : errno;
}

int thread_control_signal(pid_t process, pid_t thread, int signal_number) {
  return tgkill(process, thread, signal_number) == 0 ? 0 : errno;
}
