#include "bindings/js.hpp"

#include <emscripten/emscripten.h>

using emscripten::EM_VAL;

// Newer Emscripten links only the parts of its JavaScript library that are asked for by name.
#ifdef EM_JS_DEPS
EM_JS_DEPS(backprop_js, "$Emval,$UTF8ToString")
#endif

// A handle of 0 stands for "it threw": Emscripten gives no value that handle.

// The formatter would take JavaScript's === apart.
// clang-format off

EM_JS(int, js_kind, (EM_VAL handle), {
    var value = Emval.toValue(handle);
    try {
        if (value === undefined) return 0;
        if (value === null) return 1;
        if (Array.isArray(value)) return 5;
    } catch (thrown) {
        return 7;
    }
    switch (typeof value) {
        case 'boolean':
            return 2;
        case 'number':
            return 3;
        case 'string':
            return 4;
        case 'object':
            return 6;
    }
    return 7;
});

EM_JS(EM_VAL, js_quoted, (EM_VAL handle), {
    var value = Emval.toValue(handle);
    return Emval.toHandle(typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value));
});

// The text of a `Key`, which is read once and then known by its address. Called from the functions below, not from C++:
// the type that stands here is nobody's.
EM_JS(void, js_key, (const char* key), {
    var known = js_key.known || (js_key.known = {});
    return known[key] || (known[key] = UTF8ToString(key));
});

EM_JS(EM_VAL, js_get, (EM_VAL object, const char* key), {
    try {
        var value = Emval.toValue(object);
        var name = js_key(key);
        return Emval.toHandle(Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined);
    } catch (thrown) {
        return 0;
    }
});

EM_JS(EM_VAL, js_element, (EM_VAL list, double index), {
    try {
        return Emval.toHandle(Emval.toValue(list)[index]);
    } catch (thrown) {
        return 0;
    }
});

EM_JS(int, js_is_float64_array, (EM_VAL handle), {
    try {
        return Emval.toValue(handle) instanceof Float64Array ? 1 : 0;
    } catch (thrown) {
        return 0;
    }
});

EM_JS(double, js_length, (EM_VAL list), {
    try {
        var length = Emval.toValue(list).length;
        return Number.isSafeInteger(length) && length >= 0 ? length : -1;
    } catch (thrown) {
        return -1;
    }
});

EM_JS(EM_VAL, js_unknown_key, (EM_VAL object, const char* known), {
    try {
        var names = UTF8ToString(known).split(' ');
        for (var key of Object.keys(Emval.toValue(object))) {
            if (!names.includes(key)) return Emval.toHandle(key.slice(0, 40));
        }
        return Emval.toHandle(undefined);
    } catch (thrown) {
        return 0;
    }
});

EM_JS(int, js_read_numbers, (EM_VAL list, double* to, int count), {
    var values = Emval.toValue(list);
    var done = 0;
    try {
        for (; done < count; ++done) {
            var value = values[done];  // read once: a getter may answer differently the second time
            if (!Number.isFinite(value)) break;
            HEAPF64[(to >>> 3) + done] = value;
        }
    } catch (thrown) {
    }
    return done;
});

EM_JS(void, js_copy, (EM_VAL handle, double* to, int count), {
    HEAPF64.set(Emval.toValue(handle).subarray(0, count), to >>> 3);
});

EM_JS(int, js_read_records, (EM_VAL list, int count, const char* first, int first_count, const char* second,
                             int second_count, double* to), {
    var items = Emval.toValue(list);
    var keys = [UTF8ToString(first), UTF8ToString(second)];
    var counts = [first_count, second_count];
    var at = to >>> 3;
    var done = 0;
    try {
        for (; done < count; ++done) {
            var item = items[done];
            if (typeof item !== 'object' || Array.isArray(item) || Object.keys(item).length !== 2) return done;
            for (var k = 0; k < 2; ++k) {
                if (!Object.prototype.hasOwnProperty.call(item, keys[k])) return done;
                var values = item[keys[k]];
                if (!Array.isArray(values) || values.length !== counts[k]) return done;
                for (var i = 0; i < counts[k]; ++i) {
                    var value = values[i];
                    if (!Number.isFinite(value)) return done;
                    HEAPF64[at++] = value;
                }
            }
        }
    } catch (thrown) {
    }
    return done;
});

EM_JS(void, js_set, (EM_VAL object, const char* key, EM_VAL value), {
    Emval.toValue(object)[js_key(key)] = Emval.toValue(value);
});

EM_JS(void, js_set_number, (EM_VAL object, const char* key, double value), {
    Emval.toValue(object)[js_key(key)] = value;
});

EM_JS(void, js_set_text, (EM_VAL object, const char* key, const char* text, int length), {
    Emval.toValue(object)[js_key(key)] = UTF8ToString(text, length);
});

EM_JS(void, js_append, (EM_VAL list, EM_VAL value), {
    Emval.toValue(list).push(Emval.toValue(value));
});

EM_JS(EM_VAL, js_numbers, (const double* from, int count),
      { return Emval.toHandle(HEAPF64.slice(from >>> 3, (from >>> 3) + count)); });

EM_JS(EM_VAL, js_list, (const double* from, int count),
      { return Emval.toHandle(Array.from(HEAPF64.subarray(from >>> 3, (from >>> 3) + count))); });

EM_JS(EM_VAL, js_rows, (const double* from, int count, int columns), {
    var rows = [];
    for (var at = from >>> 3; count > 0; count -= columns, at += columns) {
        rows.push(Array.from(HEAPF64.subarray(at, at + columns)));
    }
    return Emval.toHandle(rows);
});

EM_JS(EM_VAL, js_records, (const double* from, int count, const char* first, int first_count, const char* second,
                           int second_count), {
    var keys = [UTF8ToString(first), UTF8ToString(second)];
    var counts = [first_count, second_count];
    var items = [];
    var at = from >>> 3;
    for (var n = 0; n < count; ++n) {
        var item = {};
        for (var k = 0; k < 2; ++k) {
            item[keys[k]] = Array.from(HEAPF64.subarray(at, at + counts[k]));
            at += counts[k];
        }
        items.push(item);
    }
    return Emval.toHandle(items);
});

// clang-format on

namespace backprop::js {

namespace {

std::optional<val> taken(EM_VAL handle) {
    if (handle == nullptr) return {};
    return val::take_ownership(handle);
}

}  // namespace

Kind kind_of(const val& value) { return static_cast<Kind>(js_kind(value.as_handle())); }

std::string_view described(Kind kind) {
    switch (kind) {
        case Kind::undefined:
            return "nothing";
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "true or false";
        case Kind::number:
            return "a number";
        case Kind::string:
            return "text";
        case Kind::list:
            return "a list";
        case Kind::object:
            return "an object";
        case Kind::other:
            return "something else";
    }
    return "";
}

std::string quoted(const val& value) {
    const Kind kind = kind_of(value);
    if (kind != Kind::string && kind != Kind::number) return std::string(described(kind));
    return val::take_ownership(js_quoted(value.as_handle())).as<std::string>();
}

std::optional<val> get(const val& object, Key key) { return taken(js_get(object.as_handle(), key.text)); }

std::optional<val> get(const val& list, std::size_t index) {
    return taken(js_element(list.as_handle(), static_cast<double>(index)));
}

bool is_float64_array(const val& value) { return js_is_float64_array(value.as_handle()) != 0; }

std::optional<std::size_t> length(const val& list) {
    const double length = js_length(list.as_handle());
    // A length beyond 32 bits is refused like any other that is too long.
    if (length < 0 || length > 4294967295.0) return {};
    return static_cast<std::size_t>(length);
}

std::optional<UnknownKey> unknown_key(const val& object, const char* known) {
    const std::optional<val> key = taken(js_unknown_key(object.as_handle(), known));
    if (!key) return {};
    if (key->isUndefined()) return UnknownKey{};
    return UnknownKey{true, key->as<std::string>()};
}

std::size_t read_numbers(const val& list, std::span<double> to) {
    return static_cast<std::size_t>(js_read_numbers(list.as_handle(), to.data(), static_cast<int>(to.size())));
}

std::vector<double> copied(const val& value) {
    const std::optional<std::size_t> count = is_float64_array(value) ? length(value) : std::nullopt;
    std::vector<double> numbers(count.value_or(0));
    if (!numbers.empty()) js_copy(value.as_handle(), numbers.data(), static_cast<int>(numbers.size()));
    return numbers;
}

std::size_t read_records(const val& list, const Records& shape, std::span<double> to) {
    const std::size_t count = to.size() / (shape.first_count + shape.second_count);
    return static_cast<std::size_t>(js_read_records(list.as_handle(), static_cast<int>(count), shape.first,
                                                    static_cast<int>(shape.first_count), shape.second,
                                                    static_cast<int>(shape.second_count), to.data()));
}

void set(const val& object, Key key, const val& value) { js_set(object.as_handle(), key.text, value.as_handle()); }
void set(const val& object, Key key, double value) { js_set_number(object.as_handle(), key.text, value); }
void set(const val& object, Key key, std::size_t value) { set(object, key, static_cast<double>(value)); }
void set(const val& object, Key key, bool value) { set(object, key, val(value)); }
void set(const val& object, Key key, std::string_view value) {
    js_set_text(object.as_handle(), key.text, value.data(), static_cast<int>(value.size()));
}

void append(const val& list, const val& value) { js_append(list.as_handle(), value.as_handle()); }

val numbers(std::span<const double> values) {
    return val::take_ownership(js_numbers(values.data(), static_cast<int>(values.size())));
}

val records(const Records& shape, std::span<const double> from) {
    const std::size_t count = from.size() / (shape.first_count + shape.second_count);
    return val::take_ownership(js_records(from.data(), static_cast<int>(count), shape.first,
                                          static_cast<int>(shape.first_count), shape.second,
                                          static_cast<int>(shape.second_count)));
}

val list(std::span<const double> values) {
    return val::take_ownership(js_list(values.data(), static_cast<int>(values.size())));
}

val rows(std::span<const double> values, std::size_t columns) {
    return val::take_ownership(js_rows(values.data(), static_cast<int>(values.size()), static_cast<int>(columns)));
}

}  // namespace backprop::js
