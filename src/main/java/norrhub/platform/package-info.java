/** What the hub stands on: whether PostgreSQL answers, and whether the disk has room. */
@NullMarked
package norrhub.platform;

import org.jspecify.annotations.NullMarked;
