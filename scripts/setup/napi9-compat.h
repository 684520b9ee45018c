// Lets better-sqlite3 13 be compiled for Node-API version 9.
//
// Why: the addon keeps references to strings (napi_create_reference on a string), which
// Node-API allows from version 10 on. The stand-in Electron (see standIn.mjs) has version 9,
// where such a call fails and the addon aborts the process while it loads.
//
// How: this header is force-included before everything else. It declares the real functions
// and then, for the files compiled after it, renames the two calls to the wrappers below: what
// cannot be referenced is put into a fresh object first, and taken out again on the way back. The
// object is marked with a type tag that nothing else carries, so an ordinary object that the
// addon references is handed back as it is.
#ifndef EMANET_NAPI9_COMPAT_H
#define EMANET_NAPI9_COMPAT_H

#include <node_api.h>

#if NAPI_VERSION != 9
#error "napi9-compat.h is for NAPI_VERSION=9 only"
#endif

namespace emanet {

constexpr napi_type_tag kBoxTag = {0x1d0f3c5be64a4e97ULL, 0x9a27c81f50b36ed2ULL};

/** Version 9 references only these; version 10 references any value. */
inline bool CanBeReferenced(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (CanBeReferenced(type)) return napi_create_reference(env, value, count, result);

  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &kBoxTag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

inline napi_status GetReferenceValue(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  // A null result is a weak reference whose value is gone: there is nothing to take out.
  if (status != napi_ok || *result == nullptr) return status;

  napi_valuetype type;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok) return status;
  if (type != napi_object) return napi_ok;

  // The real call works while a JavaScript exception is pending, the tag check does not. The addon
  // asks for its strings only when none is, so what is asked for then is an object as it stands.
  bool boxed = false;
  status = napi_check_object_type_tag(env, *result, &kBoxTag, &boxed);
  if (status == napi_pending_exception) return napi_ok;
  if (status != napi_ok) return status;
  return boxed ? napi_get_element(env, *result, 0, result) : napi_ok;
}

}  // namespace emanet

#define napi_create_reference emanet::CreateReference
#define napi_get_reference_value emanet::GetReferenceValue

#endif
