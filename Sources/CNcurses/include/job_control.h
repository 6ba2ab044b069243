// Stopping and going on, as a shell with job control expects it.
#ifndef BROADSHEET_JOB_CONTROL_H
#define BROADSHEET_JOB_CONTROL_H

#include <sys/types.h>

/// Stops the process group as ^Z does, and returns when it goes on. Does nothing where the signal is ignored
/// (a shell without job control) or nobody could make us go on (an orphaned process group).
void job_control_stop(void);

/// Returns 1 when the terminal is ours to use. A process that goes on in the background is stopped again
/// until then; but if it is asked to end meanwhile, the answer is 0.
int job_control_wait_for_foreground(int terminal);

/// Forgets a SIGCONT that has not been looked at: it belongs to a stop that is known.
void job_control_forget_continue(void);

/// Waits until a child that has the terminal ends, and returns its status as waitpid(2) tells it; -1 if there is
/// no such child. When the child is stopped, so are we, and both go on together. ^C, ^\ and ^Z that reached us
/// meanwhile were meant for the child.
int job_control_wait_for_end(pid_t child);

#endif
