// The fields of a place's form as its map reads and writes them.

const value = (element) => element?.value.trim() ?? "";

/** Return the fields of the form, or null where the page has none to fill. */
export function placeFields(document) {
  const find = (id) => document.getElementById(id);
  const [latitude, longitude, uncertainty] = ["id_latitude", "id_longitude", "id_uncertainty_km"].map(find);
  if (!latitude || !longitude) return null;
  // A form without script takes a candidate's point where the fields were left alone; here the fields say it all.
  for (const seen of document.querySelectorAll('[name="seen_latitude"], [name="seen_longitude"]')) seen.value = "script";
  return {
    typed: [latitude, longitude],
    ring: uncertainty,
    form: latitude.form,
    /** The ring in kilometres, 0 where there is none or it can't be read. */
    km: () => Math.max(0, Number.parseFloat(value(uncertainty).replace(",", ".")) || 0),
    text: () => ({ lat: value(latitude), lon: value(longitude) }),
    isEmpty: () => !value(latitude) && !value(longitude),
    put({ lat, lon }) {
      latitude.value = String(lat);
      longitude.value = String(lon);
    },
    putKm(km) {
      if (uncertainty && !value(uncertainty) && km) uncertainty.value = String(km);
    },
    turn() {
      [latitude.value, longitude.value] = [longitude.value, latitude.value];
    },
    /** Every spelling on the page: the name itself, and the rows below that are not to be deleted. */
    names() {
      const rows = [...document.querySelectorAll('[id^="id_names-"][id$="-text"]')].filter(
        (row) => !row.id.includes("__prefix__") && !find(row.id.replace(/text$/, "DELETE"))?.checked,
      );
      return [find("id_name"), ...rows].map(value).filter(Boolean);
    },
    parent: () => value(find("id_parent")),
    changed: [find("id_name"), find("id_parent")].filter(Boolean),
  };
}
