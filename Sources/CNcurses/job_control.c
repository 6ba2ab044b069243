#define _DEFAULT_SOURCE
#include "job_control.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

void job_control_ask_to_suspend(void) { kill(getpid(), SIGTSTP); }

void job_control_stop(void) {
  struct sigaction action;
  struct sigaction stop = {.sa_handler = SIG_DFL};
  sigset_t only_stop, mask;
  sigaction(SIGTSTP, NULL, &action);
  if (action.sa_handler == SIG_IGN) return;
  sigaction(SIGTSTP, &stop, NULL);
  sigemptyset(&only_stop);
  sigaddset(&only_stop, SIGTSTP);
  // The event loop blocks the signal. Sent first and let through afterwards, it becomes one with another that
  // waits already, and we stop once.
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &only_stop, &mask);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &action, NULL);
}

// The event loop blocks these too and looks at them later; a shell sends them to a stopped job and makes it
// go on, so that it can end.
static int is_asked_to_end(void) {
  sigset_t pending;
  sigpending(&pending);
  return sigismember(&pending, SIGTERM) || sigismember(&pending, SIGHUP) || sigismember(&pending, SIGINT);
}

int job_control_wait_for_foreground(int terminal) {
  // Where the signal does not stop us, this keeps the loop from running hot.
  static const struct timespec pause = {.tv_nsec = 50 * 1000 * 1000};
  for (;;) {
    pid_t foreground = tcgetpgrp(terminal);
    if (foreground < 0 || foreground == getpgrp()) return 1;
    if (is_asked_to_end()) return 0;
    kill(0, SIGTTOU);
    if (is_asked_to_end()) return 0;
    nanosleep(&pause, NULL);
  }
}
