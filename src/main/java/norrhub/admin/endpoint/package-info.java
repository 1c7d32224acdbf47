/** The management port: endpoints, health, metrics, and who may ask. */
@NullMarked
package norrhub.admin.endpoint;

import org.jspecify.annotations.NullMarked;
