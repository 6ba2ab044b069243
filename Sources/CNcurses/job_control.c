#define _DEFAULT_SOURCE
#include "job_control.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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

/// Takes away those of the signals that wait because the event loop blocks them.
static void discard(const int *numbers, int count) {
  static const struct timespec now = {0};
  sigset_t signals, blocked;
  sigemptyset(&signals);
  pthread_sigmask(SIG_SETMASK, NULL, &blocked);
  for (int i = 0; i < count; i++)
    if (sigismember(&blocked, numbers[i])) sigaddset(&signals, numbers[i]);
  while (sigtimedwait(&signals, NULL, &now) > 0 || errno == EINTR) {}
}

void job_control_forget_continue(void) { discard((int[]){SIGCONT}, 1); }

// The terminal's keys signal the whole process group.
static void forget_key_signals(void) { discard((int[]){SIGINT, SIGQUIT, SIGTSTP}, 3); }

int job_control_wait_for_end(pid_t child) {
  int status = -1;
  pid_t changed;
  for (;;) {
    changed = waitpid(child, &status, WUNTRACED);
    if (changed < 0 && errno == EINTR) continue;
    if (changed < 0 || !WIFSTOPPED(status)) break;
    job_control_stop();
    // A shell wakes the whole group; somebody else may have woken us alone.
    kill(child, SIGCONT);
  }
  forget_key_signals();
  return changed < 0 ? -1 : status;
}
