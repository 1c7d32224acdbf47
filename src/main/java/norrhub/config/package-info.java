/** Strict YAML: schema check, faults with file and line, secret references. */
@NullMarked
package norrhub.config;

import org.jspecify.annotations.NullMarked;
