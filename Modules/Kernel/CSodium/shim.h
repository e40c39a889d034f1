#include <sodium.h>
#include "sha256.h"
