#include "thread_freezer.h"

#include <errno.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/types.h>

int thread_freezer_freeze(pid_t child) {
  // Unlike PTRACE_ATTACH these two stop this thread alone, and send no signal.
  if (ptrace(PTRACE_SEIZE, child, NULL, NULL) != 0) return errno;
  return ptrace(PTRACE_INTERRUPT, child, NULL, NULL) == 0 ? 0 : errno;
}
