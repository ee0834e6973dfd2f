package sounds

const usesALSA = true
