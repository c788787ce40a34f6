// In a file of its own: with version 2 this is the slow part to compile.
#ifndef CATCH_3
#define CATCH_CONFIG_MAIN
#endif
#include "catch.hpp"
