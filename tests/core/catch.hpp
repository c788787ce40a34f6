#pragma once
// Catch2 in whichever version the machine has.
#ifdef CATCH_3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
