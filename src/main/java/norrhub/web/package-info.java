/** All HTTP: controllers, keys, limits. */
@NullMarked
package norrhub.web;

import org.jspecify.annotations.NullMarked;
