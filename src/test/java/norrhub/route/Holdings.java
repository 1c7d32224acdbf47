package norrhub.route;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Looks through all that an object of ours holds for a text, however deep it lies. */
final class Holdings {
  private final String text;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> found = new ArrayList<>();

  Holdings(String text) {
    this.text = text;
  }

  /** The ways that lead to the text. */
  List<String> found() {
    return found;
  }

  void look(String way, Object held) {
    if (held instanceof CharSequence chars) {
      if (chars.toString().contains(text)) {
        found.add(way + " = " + chars);
      }
    } else if (held instanceof byte[] bytes) {
      look(way, new String(bytes));
    } else if (held != null && seen.add(held)) {
      inside(way, held);
    }
  }

  private void inside(String way, Object held) {
    if (held instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            look(way + ".key", key);
            look(way + "[" + key + "]", value);
          });
    } else if (held instanceof Collection<?> all) {
      all.forEach(one -> look(way + "[]", one));
    } else if (held instanceof Optional<?> perhaps) {
      perhaps.ifPresent(one -> look(way, one));
    } else if (held instanceof AtomicReference<?> reference) {
      look(way, reference.get());
    } else if (held.getClass().isArray() && !held.getClass().getComponentType().isPrimitive()) {
      for (int i = 0; i < Array.getLength(held); i++) {
        look(way + "[]", Array.get(held, i));
      }
    } else if (held instanceof Enum<?>) {
      look(way, held.toString());
    } else if (held.getClass().getName().startsWith("norrhub.")) {
      fields(way, held);
    }
  }

  private void fields(String way, Object held) {
    for (Class<?> type = held.getClass(); type != Object.class; type = type.getSuperclass()) {
      Field[] fields = type.getDeclaredFields();
      AccessibleObject.setAccessible(fields, true);
      for (Field field : fields) {
        if (!Modifier.isStatic(field.getModifiers())) {
          try {
            look(way + "." + field.getName(), field.get(held));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }
}
