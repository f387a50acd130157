interface Around {
  application: { id: string };
  position: { id: string };
  /** Another person of the same company. */
  another: { id: string };
}

const entered = { name: '纪然', phone: '13911118888', email: '', draftId: null };

const terms = {
  ...{ pay: '8000 元/月', startsOn: '2099-01-04', place: '杭州湖滨店', probationMonths: 3 },
  ...{ note: '', answerDays: 5 },
};

/** Around a candidate: the same person elsewhere, appraisals, messages, people from a table. */
export function personInputs({ application, position, another }: Around) {
  const of = { id: application.id };
  const pair = { ...of, other: another.id };
  return {
    personAround: of,
    mergePreview: pair,
    mergePeople: pair,
    keepApart: pair,
    undoMerge: { ...of, merge: another.id },
    internalView: of,
    performance: of,
    addPerformance: { ...of, period: '2026 上半年', rating: 'A', note: '' },
    removePerformance: { ...of, record: another.id },
    messages: of,
    offers: of,
    saveOffer: { ...of, terms },
    submitOffer: of,
    answerOffer: { ...of, yes: true, words: '' },
    withdrawOffer: { ...of, words: '岗位合并了' },
    tellArrival: { ...of, came: true },
    ownOffer: {},
    answerOwnOffer: { offerId: another.id, accept: true, words: '' },
    pool: { positionId: position.id },
    inviteFromPool: { ...of, positionId: position.id },
    tagInPool: { ...of, tag: '早晚班都行', on: true },
    setPoolProfile: { ...of, country: 'FR', languages: [], move: null, told: true as const },
    addPoolNote: { ...of, text: '在东京的团队里做过两年' },
    removePoolNote: { ...of, note: another.id },
    poolRules: {},
    setPoolRule: {
      ...{ region: 'eea' as const, sight: 'own' as const, keepMonths: 24 },
      ...{ textsFrom: null, ground: '' },
    },
    setPlace: { id: position.id, country: 'FR' },
    ownPool: {},
    setOwnPool: { country: null, languages: [], move: null, transfer: false, months: 12 },
    readCandidates: { id: position.id, name: 'candidates.csv' },
    importCandidates: { id: position.id, name: 'candidates.csv', hash: 'x'.repeat(64) },
    listBatches: { id: position.id },
    batchEffect: { id: position.id },
    takeBackBatch: { id: position.id },
    readCandidateResume: { id: position.id, name: 'resume.txt' },
    lookForCandidate: { id: position.id, ...entered },
    enterCandidate: { id: position.id, ...entered, source: 'upload' as const, internal: false },
    openArchive: { id: position.id, name: 'resumes.zip' },
    takeFromArchive: { id: position.id, archiveId: position.id, index: 0 },
  };
}
