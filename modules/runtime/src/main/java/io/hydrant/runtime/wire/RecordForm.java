package io.hydrant.runtime.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A record's components and its canonical constructor, which checks what it is given. */
record RecordForm(Constructor<?> constructor, List<Method> accessors) {
  static RecordForm of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      List<Method> accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
      accessors.forEach(accessor -> accessor.setAccessible(true));
      return new RecordForm(constructor, accessors);
    } catch (NoSuchMethodException e) {
      throw new WireException("No record: " + type.getName(), e);
    }
  }

  Object component(int index, Object record) {
    try {
      return accessors.get(index).invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new WireException("A component cannot be read", e);
    }
  }

  Object make(Object[] components) {
    try {
      return constructor.newInstance(components);
    } catch (InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | IllegalArgumentException e) {
      throw new WireException("Not a " + constructor.getDeclaringClass().getName(), e);
    }
  }
}
