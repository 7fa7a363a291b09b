/** The details of a client who is nowhere yet. */
export const NEW_DETAILS = {
  nino: "QQ100099A",
  title: "",
  surname: "Moor",
  forenames: "Ellen",
  dateOfBirth: "1980-02-01",
  address: ["", "", "", ""],
  postcode: "",
  telephone: "",
  mobile: "",
  email: "",
  benefit: "",
  clientGroup: "",
  status: "",
  disabledPerson: false,
  incidentMarker: false,
};
