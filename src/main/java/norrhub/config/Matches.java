package norrhub.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The form of a text, or of each text of a list. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Matches {
  /** A regular expression for the whole value. */
  String value();

  /** The same in words, to go after "is not": {@code a file pattern such as *.xml}. */
  String wants();

  /** A text of this form, where not every plain word or address is one. */
  String example() default "";
}
