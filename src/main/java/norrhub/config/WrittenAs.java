package norrhub.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a file may hold for a value of this type, where no other annotation can say it, such as a
 * word, a list or a block. The type reads all of them in a delegating {@code JsonCreator}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrittenAs {
  /** A JSON schema; what holds for one kind of value only goes beside the others. */
  String schema();

  /** The same in words, to go after "is not", where a single value does not match. */
  String wants();
}
