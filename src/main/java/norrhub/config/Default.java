package norrhub.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key is worth when the file leaves it out, written as in the file: {@code 30s}, {@code 22},
 * {@code true}, <code>{}</code> for a block made of its own defaults. Lists and maps need none:
 * absent is empty. What has no default and is neither Optional nor list nor map must be there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {
  String value();
}
