package norrhub.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Filled with the file's name without {@code .yaml}: the thing is called what its file is called.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface FileName {
  /** Whether the file may say otherwise under a key of the component's name. */
  boolean unlessGiven() default false;
}
