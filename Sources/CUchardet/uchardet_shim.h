// uchardet: guesses the encoding of a text.
#include <uchardet/uchardet.h>
