/** What the hub stands on: its folders and clocks, PostgreSQL, the disk, its own jobs. */
@NullMarked
package norrhub.platform;

import org.jspecify.annotations.NullMarked;
