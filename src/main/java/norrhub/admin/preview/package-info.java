/** Reads a file or a feed as the hub would, and changes nothing. */
@NullMarked
package norrhub.admin.preview;

import org.jspecify.annotations.NullMarked;
