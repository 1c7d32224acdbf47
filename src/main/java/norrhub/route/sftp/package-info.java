/** The SFTP transport: listing, order, receiving and acknowledging of files. */
@NullMarked
package norrhub.route.sftp;

import org.jspecify.annotations.NullMarked;
