/** The codes of every list, in order: they are stored in case files, so none may be renamed, dropped or moved. */
export const codes: Record<string, string> = {
  channels:
    'inspection, sudden-incident, administrative-penalty, criminal-case, protected-area, routine-supervision, complaint-media, superior-assignment, judicial-referral, other',
  damageScopes: 'covered, personal-property, marine, legacy',
  media: 'air, surface-water, groundwater, soil, forest, animals, plants, microorganisms, ecosystem, other',
  damageKinds:
    'pollutant-discharge, environmental-incident, other, illegal-mining, mine-restoration-default, land-reclamation-default, geological-heritage, farmland-damage, urban-greenery, domestic-or-construction-waste, river-sand-mining, illegal-fishing, forest-wetland-protected-area, wildlife',
  departments: 'ecology-environment, natural-resources, housing-construction, water, agriculture, forestry',
  grounds: 'already-performed, covered-by-judgment, manifestly-minor, no-assets, lawful-permit, other',
  appraisalKinds: 'forensic-opinion, appraisal-report, expert-opinion, comprehensive-determination',
  failureGrounds:
    'refused-or-no-reply, absent-or-withdrew, undeliverable, detained, three-meetings, period-expired, other',
  serviceMethods: 'direct, lien, electronic, entrusted, mail, forwarded, public-notice',
  damageHeads: 'service-loss, permanent-loss, investigation-appraisal, clean-up-restoration, prevention',
  substituteModes: 'monetary, labor, off-site, tech-upgrade, instalments, other',
  enforcementInstruments: 'confirmation, judgment, mediation, payment-order, notarized',
  paymentDestinations: 'treasury, cost-bearer, implementer, court-account, notarial-deposit, other',
  handlingUnitKinds: 'department, city-branch, county-department',
  evaluationExemptions: 'existing-report, labor, other',
  majorGrounds: 'inspection-typical, larger-incident, major-ecological, exposed-typical, other-influence',
  disclosureMatters: 'agreement, judgment, funds, restoration-effect, public-interest',
  levels: 'region, city, county',
  incidentGrades: 'none, general, larger, major, extraordinary',
  crossRegions: 'none, cross-city, cross-province',
  suitProof: 'act, illegality, damage, costs, other',
}

export const clauseCodes =
  'facts, evidence, legalBasis, reasons, liability, opinions, performance, restorationGoal, restorationPlan, restorationSchedule, breach, evaluation, disputes, forceMajeure, other'

/** Labels that are ours because the text has no word for the thing: list/code. */
export const ownLabels = new Set([
  'media/other',
  'damageKinds/other',
  'appraisalKinds/comprehensive-determination',
  'paymentDestinations/cost-bearer',
  'paymentDestinations/implementer',
  'paymentDestinations/court-account',
  'paymentDestinations/notarial-deposit',
  'paymentDestinations/other',
  'handlingUnitKinds/department',
  'handlingUnitKinds/city-branch',
  'handlingUnitKinds/county-department',
  'crossRegions/none',
])
