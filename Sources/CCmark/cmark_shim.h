// cmark, the reference reader of CommonMark.
#include <cmark.h>
